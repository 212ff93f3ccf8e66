import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Vitest leaves one processor to others, which on two is half of them.
    maxWorkers: '100%',
    // No test changes what another file’s tests use, so modules are loaded once: a third less to do.
    isolate: false,
    // A busy machine is no failure; what hangs still is one.
    testTimeout: 60_000,
    setupFiles: ['tests/fixtures/seed.ts'],
    // Far from British time and across the date line: a test that depends on the clock’s zone fails here.
    env: { TZ: 'Pacific/Auckland' },
  },
});
