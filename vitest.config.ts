import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Far from British time and across the date line: a test that depends on the clock’s zone fails here.
    env: { TZ: 'Pacific/Auckland' },
  },
});
