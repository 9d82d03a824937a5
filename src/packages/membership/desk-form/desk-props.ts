export interface DeskFormProps {
  /** The screen's one red button; beside the demo's personas it is not. */
  primary: boolean
  onDone: () => void
}
