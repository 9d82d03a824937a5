export default definePageConfig({ navigationBarTitleText: '各组织情况' })
