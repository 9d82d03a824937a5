import { sharedBuffersMb } from '../../../server/database/cluster'

const GB = 1024 ** 3

/** How much of the machine PostgreSQL may take for what it reads. */
it.each([
  [0.25 * GB, 128],
  [0.5 * GB, 128],
  [2 * GB, 512],
  [4 * GB, 1024],
  [64 * GB, 1024],
])('of %d bytes it takes %d MB', (memory, megabytes) => {
  expect(sharedBuffersMb(memory)).toBe(megabytes)
})
