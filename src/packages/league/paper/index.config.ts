export default definePageConfig({ navigationBarTitleText: '收到申请书' })
