import Taro from '@tarojs/taro'

/** A file as the API gives it. */
export interface GivenFile {
  readonly name: string
  readonly type: string
  readonly base64: string
}

function written(filePath: string, base64: string): Promise<void> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}

/**
 * Opens a file in WeChat's own viewer, whose menu sends it on or saves it; false when it didn't come to that. It lies in the app's
 * own folder, under one name, so that the last one is overwritten. The web build has file.h5.ts in its place.
 */
export async function saveFile({ name, base64 }: GivenFile): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    await written(filePath, base64)
    await Taro.openDocument({ filePath, showMenu: true })
    return true
  } catch {
    return false
  }
}
