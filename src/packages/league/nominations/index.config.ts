export default definePageConfig({ navigationBarTitleText: '推荐待批' })
