import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { PathReport } from '#contract/path'
import { localDateAt } from '#domain/time'
import { classes } from '../../../components/classes'
import type { Context } from '../../../features/people/draft'
import { factsOf } from '../../../features/path/report'
import { askedOf, usePersonPath, type Asked } from '../../../features/people/use-person-path'
import { usePolicy } from '../../../features/policy/use-policy'
import { needSession } from '../../../features/reading/need-session'
import { mapRead, readOf, withoutNote } from '../../../features/reading/read-of'
import { AppScreen } from '../../../features/shell/app-screen'
import { toast } from '../../../platform/dialogs'
import { back } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useSession } from '../../../platform/use-session'
import { links } from '../../../routes'
import { NO_NAME } from '../../../text/league'
import { AboutName } from '../parts/about-name'
import styles from './person-screen.module.scss'

/** Whom a form is about, with everything that its rules ask. */
export interface About extends Context {
  readonly asked: Asked
  readonly name: string
  readonly report: PathReport
  /** The act or entry that the address names: what is to be corrected. */
  readonly corrects: string | undefined
  /** It is done: says so, and goes back to where one came from. */
  readonly done: (words: string) => void
}

/** The frame of every form about somebody: their name, and what is known of them. */
export function PersonScreen({ title, children }: { title: string; children: (about: About) => ReactNode }) {
  const { params } = useRouter()
  const asked = askedOf(params)
  const now = useNow()
  const reply = usePersonPath(asked)
  const policy = usePolicy(reply.data?.path.report.policy.version)
  const read = mapRead(readOf(reply, now), ({ name, path }): About => ({
    asked,
    name: name ?? NO_NAME,
    report: path.report,
    facts: factsOf(path),
    texts: path.texts,
    policy,
    today: localDateAt(now),
    corrects: params.act ?? params.entry,
    done(words) {
      toast(words)
      back(links.person(asked))
    },
  }))
  return (
    <AppScreen title={title} read={needSession(useSession(), withoutNote(read))}>
      {(about) => (
        <View className={classes(styles.narrow)}>
          <AboutName>{about.name}</AboutName>
          {children(about)}
        </View>
      )}
    </AppScreen>
  )
}
