export default definePageConfig({ navigationBarTitleText: '培养联系人' })
