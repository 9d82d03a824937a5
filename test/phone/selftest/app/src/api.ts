import Taro from '@tarojs/taro'
export const BASE = 'https://api.example.test'
export async function api(path: string, opt: any = {}) {
  const token = Taro.getStorageSync('token')
  const r = await Taro.request({
    url: BASE + path,
    timeout: 1500,
    ...opt,
    header: { Authorization: 'Bearer ' + token, ...(opt.header || {}) },
  })
  if (r.statusCode >= 400) throw new Error('HTTP ' + r.statusCode)
  return r.data
}
