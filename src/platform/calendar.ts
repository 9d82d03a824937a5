import Taro from '@tarojs/taro'
import type { CalendarEntry } from './calendar-entry'
import { mayUsePrivate } from './privacy'

/** So long before the start the phone reminds, in seconds. */
const REMIND = 2 * 3600

/**
 * Puts something into the phone's calendar; false when it didn't come to that: not allowed, or a WeChat before 2.15. Writing the
 * calendar is a private API of WeChat's (privacy guide: 日历). The web build has calendar.h5.ts in its place.
 */
export async function addToCalendar({ title, start, end, where }: CalendarEntry): Promise<boolean> {
  try {
    if (!(wx as Partial<typeof wx>).addPhoneCalendar || !(await mayUsePrivate())) return false
    await Taro.addPhoneCalendar({
      title,
      // Whole seconds since 1970: the same moment whatever zone the phone is in.
      startTime: Math.floor(start / 1000),
      endTime: String(Math.floor(end / 1000)),
      location: where,
      alarmOffset: REMIND,
    })
    return true
  } catch {
    return false
  }
}
