export interface ChoiceProps {
  /** Which question it answers; unique on its screen. */
  group: string
  value: string
  text: string
  note?: string | undefined
  chosen: boolean
  onChoose: (value: string) => void
}
