export default definePageConfig({ navigationBarTitleText: '登记思政课考评' })
