import { storeKinds, workingStores } from '../../../src/audit/questions/store-kinds.js';

const working = ['cache', 'database', 'fileStore', 'objectStore', 'queue', 'searchIndex'];

test('backups are a store, and not one that programs work with', () => {
  expect([...storeKinds].sort()).toEqual(['backupStore', ...working]);
  expect([...workingStores].sort()).toEqual(working);
});
