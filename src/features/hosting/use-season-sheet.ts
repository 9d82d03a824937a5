import { saveFile } from '../../platform/file'
import { call } from '../../platform/request'
import { useAct, type Act } from '../../platform/use-act'

/** Fetches the season's board as a spreadsheet and hands it over; false where the device can't take it. */
export function useSeasonSheet(organisation: string): Act<[], { readonly saved: boolean }> {
  return useAct(async () => ({
    saved: await saveFile(await call('GET /v1/season/sheet', { query: { organisation } })),
  }))
}
