import { saveFile } from '../../platform/file'
import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'

/** Fetches who came as a spreadsheet and hands it over; false where the device can't take it. */
export function useAttendanceSheet(event: string): Act<[], { readonly saved: boolean }> {
  return useAct(async () => ({
    saved: await saveFile(await call('GET /v1/events/:event/attendance/sheet', { params: { event } })),
  }))
}
