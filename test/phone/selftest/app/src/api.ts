import Taro from '@tarojs/taro'

export const BASE = 'https://api.example.test'

/** The text of whatever was thrown, WeChat's or our own. */
export const reason = (error: unknown): string => {
  const { errMsg, message } = error as { errMsg?: string; message?: string }
  return errMsg ?? message ?? String(error)
}

export async function api<T>(path: string, options: Partial<Taro.request.Option> = {}): Promise<T> {
  const token = String(Taro.getStorageSync('token'))
  const reply = await Taro.request<T>({
    url: BASE + path,
    timeout: 1500,
    ...options,
    header: { Authorization: `Bearer ${token}` },
  })
  if (reply.statusCode >= 400) throw new Error(`HTTP ${reply.statusCode}`)
  return reply.data
}
