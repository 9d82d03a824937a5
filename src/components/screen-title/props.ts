export interface ScreenTitleProps {
  title: string
  /** Goes back; none on a tab page. */
  onBack?: (() => void) | undefined
}
