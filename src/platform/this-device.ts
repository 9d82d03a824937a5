import { deviceIdIn } from './device-id'
import { deviceStorage } from './device-storage'
import { newRequestId } from './request-id'

/** The id of the device that this runs on; in a browser, of the tab. */
export function thisDevice(): Promise<string> {
  return deviceIdIn(deviceStorage, newRequestId)
}
