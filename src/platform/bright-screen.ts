import Taro from '@tarojs/taro'

/**
 * Keeps the screen on and as bright as it goes, for a code that others scan; the answer makes it as it was. Where the phone doesn't
 * allow it, the code is there all the same. The web build has bright-screen.h5.ts in its place.
 */
export async function brightScreen(): Promise<() => void> {
  const quietly = (act: Promise<unknown>) => void act.catch(() => undefined)
  quietly(Taro.setKeepScreenOn({ keepScreenOn: true }))
  const before = await Taro.getScreenBrightness().then(
    ({ value }) => value as number | undefined,
    () => undefined,
  )
  quietly(Taro.setScreenBrightness({ value: 1 }))
  return () => {
    quietly(Taro.setKeepScreenOn({ keepScreenOn: false }))
    if (before !== undefined) quietly(Taro.setScreenBrightness({ value: before }))
  }
}
