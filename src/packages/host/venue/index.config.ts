export default definePageConfig({ navigationBarTitleText: '青年爱里' })
