import {withLock} from '../../src/run/lock.ts';

// A process that takes the lock of a state folder and keeps it until it is killed.
await withLock(process.argv[2]!, 'holder', async () => {
  process.stdout.write('held\n');
  await new Promise((resolve) => setTimeout(resolve, 120_000));
});
