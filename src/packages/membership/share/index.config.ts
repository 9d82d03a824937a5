export default definePageConfig({ navigationBarTitleText: '做成一张图' })
