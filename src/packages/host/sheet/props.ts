/** What stands on the head of the sheet. */
export interface PaperSheetProps {
  readonly event: string
  readonly title: string
  readonly over: string
  readonly when: string
  readonly where: string
}
