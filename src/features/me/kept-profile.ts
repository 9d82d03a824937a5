import { drafts } from '../../platform/state'
import type { ProfileDraft } from './profile-draft'

const DRAFT = 'profile'

/** What was typed of the profile and not sent yet. The branch is chosen on a page of its own, which adds it here. */
export const keptProfile = {
  get: () => drafts.get(DRAFT) as ProfileDraft | null,
  set: (draft: ProfileDraft) => drafts.set(DRAFT, draft),
  chooseBranch: (organisation: string) => drafts.set(DRAFT, { ...keptProfile.get(), organisation }),
  drop: () => drafts.drop(DRAFT),
}
