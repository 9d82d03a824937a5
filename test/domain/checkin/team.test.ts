import fc from 'fast-check'
import { TEAM_ROLES, type TeamRole } from '#domain/checkin/attendance'
import { isEnough, leadsOf, teamOf, teamRole } from '#domain/checkin/team'
import { acts } from './samples'

const set = (person: string, team: TeamRole | null) => ({ act: 'team-set' as const, person, team })
const team = (...list: readonly ReturnType<typeof set>[]) => teamOf('maker', acts(...list))
const HOSTS = new Set(['maker', 'host'])
const roles = (of: ReturnType<typeof team>, hosts: ReadonlySet<string> = HOSTS) =>
  ['maker', 'host', 'named', 'stranger'].map((person) => teamRole(person, of, hosts))

test('who made it leads, the venue’s other hosts are hosts, nobody else is anything', () => {
  expect(roles(team())).toEqual(['lead', 'host', null, null])
  expect(leadsOf(team(), HOSTS)).toEqual(['maker'])
})

test('a maker who is no host any more leads no more: the hosts who are left do', () => {
  expect(roles(team(), new Set(['host']))).toEqual([null, 'lead', null, null])
  expect(leadsOf(team(), new Set(['host']))).toEqual([])
  // unless somebody else leads
  expect(roles(team(set('named', 'lead')), new Set(['host']))).toEqual([null, 'host', 'lead', null])
})

test.each(TEAM_ROLES)('named as %s, until taken off', (role) => {
  expect(roles(team(set('named', role)))).toEqual(['lead', 'host', role, null])
  expect(roles(team(set('named', role), set('named', null)))).toEqual(['lead', 'host', null, null])
})

test('a name goes before what the venue makes of one', () => {
  expect(roles(team(set('host', 'helper')))).toEqual(['lead', 'helper', null, null])
  expect(roles(team(set('host', 'lead')))).toEqual(['lead', 'lead', null, null])
  expect(roles(team(set('host', 'lead'), set('maker', 'helper')))).toEqual(['helper', 'lead', null, null])
  expect(leadsOf(team(set('host', 'lead'), set('maker', 'helper')), HOSTS)).toEqual(['host'])
  // taken off the team a host of the venue is what they were
  expect(roles(team(set('host', 'helper'), set('host', null)))).toEqual(['lead', 'host', null, null])
})

test('as long as the venue has a host somebody leads', () => {
  const anySet = fc.record({
    person: fc.constantFrom('maker', 'host', 'named'),
    role: fc.option(fc.constantFrom(...TEAM_ROLES)),
  })
  const others = fc.constantFrom(new Set(['third']), new Set(['third', 'maker']), new Set(['third', 'host']))
  fc.assert(
    fc.property(fc.array(anySet, { maxLength: 6 }), others, (list, hosts) => {
      const of = team(...list.map(({ person, role }) => set(person, role)))
      const lead = ['maker', 'host', 'named', 'third'].filter((person) => teamRole(person, of, hosts) === 'lead')
      expect(lead.length).toBeGreaterThan(0)
      const named = leadsOf(of, hosts)
      if (named.length > 0) expect([...named].sort()).toEqual([...lead].sort())
    }),
  )
})

test('a lead may what a host may, a host what a helper may', () => {
  const enough = TEAM_ROLES.map((role) => TEAM_ROLES.filter((least) => isEnough(role, least)))
  expect(enough).toEqual([['lead', 'host', 'helper'], ['host', 'helper'], ['helper']])
  expect(TEAM_ROLES.some((least) => isEnough(null, least))).toBe(false)
})
