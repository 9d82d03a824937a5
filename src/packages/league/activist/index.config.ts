export default definePageConfig({ navigationBarTitleText: '登记入团积极分子' })
