export interface ChoiceProps {
  /** Which question it answers, unlike any other's. */
  group: string
  value: string
  text: string
  note?: string | undefined
  chosen: boolean
  onChoose: (value: string) => void
}
