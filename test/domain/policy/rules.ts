/** The rule ids of the League's rules, sections 1 and 2: written out here, so that a pack or the code can't lose one. */
export const REQUIREMENT_RULES = [
  'civics',
  'class-hours',
  'class-hours.window',
  'class-hours.mode',
  'class-hours.minutes',
  'volunteer-hours',
  'volunteer.registered',
  'volunteer.year',
  'admission.ways',
  'season.per-venue',
  'event.dual-entry',
  'contact.two-links',
  'station.running-table',
  'study.rate',
  'study.theme',
  'liaison.assignment',
  'venue.coverage',
] as const

export const APPLICATION_RULES = [
  'application.age-min',
  'application.age-max',
  'age.birthday-counts',
  'talk.within',
  'activist.approval',
  'mentors.count',
  'training.months',
  'notice.steps',
  'notice.days',
  'notice.audience',
  'introducers.count',
  'form.number',
  'vote.quorum',
  'vote.base',
  'vote.absent',
  'approval.within',
  'archive.within',
  'branch.min-members',
  'branch.committee-from',
] as const

/** Rules of ours: how much one entry can hold, and the days in which somebody is answered. */
export const OWN_RULES = [
  'class-hours.entry-max',
  'volunteer-hours.entry-max',
  'affiliation.within',
  'activist.within',
] as const

/** Rules about events: how places are given, and when a season is. */
export const EVENT_RULES = [
  'season',
  'event.offer-within',
  'event.offer-end',
  'event.cancel-free',
  'event.travel',
  'event.reminders',
  'event.places-max',
  'event.length-max',
  'volunteer.guardian-below',
  'text.words',
] as const

/** Rules about checking in: when, for how long what was kept is believed, what is credited. None has a source. */
export const CHECK_IN_RULES = [
  'check-in.window',
  'check-in.keys',
  'check-in.late-max',
  'check-in.typed-tries',
  'check-in.share',
  'check-in.rounding',
] as const
