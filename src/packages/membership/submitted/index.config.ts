export default definePageConfig({ navigationBarTitleText: '我的入团申请' })
