export default definePageConfig({ navigationBarTitleText: '入团路径' })
