/** The suffix of a test tells its speed: `.test.ts` pure, `.int.test.ts` with a database, `.e2e.test.ts` in a browser. */
import { configDefaults, defineConfig } from 'vitest/config';

const exclude = [...configDefaults.exclude, '**/.tmp/**', '**/.gongze-data/**'];
const seconds = 1000;

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.int.test.ts', '**/*.e2e.test.ts'],
          testTimeout: 60 * seconds,
        },
      },
      {
        test: {
          name: 'int',
          include: ['**/*.int.test.ts'],
          exclude,
          testTimeout: 60 * seconds,
          hookTimeout: 120 * seconds,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['**/*.e2e.test.ts'],
          exclude,
          testTimeout: 180 * seconds,
          hookTimeout: 180 * seconds,
          // One browser at a time: two starve each other on two cores and fail by time.
          fileParallelism: false,
        },
      },
    ],
  },
});
