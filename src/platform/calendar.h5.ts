import type { CalendarEntry } from './calendar-entry'
import { icsOf } from './ics'
import { clock } from './state'

interface WebLink {
  href: string
  download: string
  click(): void
}
declare const document: { createElement(name: 'a'): WebLink }

/** Hands a calendar file over, which every calendar opens. */
export function addToCalendar(entry: CalendarEntry): Promise<boolean> {
  const link = document.createElement('a')
  link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(icsOf(entry, clock.now()))}`
  link.download = `${entry.title}.ics`
  link.click()
  return Promise.resolve(true)
}
