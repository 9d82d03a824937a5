/** The few strokes that a picture needs: of a canvas in WeChat, in a browser, or in a test. */
export interface Pen {
  fillStyle: string
  strokeStyle: string
  lineWidth: number
  lineCap: string
  font: string
  textAlign: string
  textBaseline: string
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number, back?: boolean): void
  fill(): void
  stroke(): void
}
