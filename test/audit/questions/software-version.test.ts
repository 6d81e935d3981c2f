import { softwareVersion } from '../../../src/audit/questions/software-version.js';

test.each([
  ['nginx', 'nginx', undefined],
  ['nginx 1.28', 'nginx', '1.28'],
  ['Node.js v24', 'Node.js', '24'],
  ['Windows Server 2022 R2', 'Windows Server', '2022 R2'],
  ['  Debian  13 ', 'Debian', '13'],
  ['nginx \n 1.28', 'nginx', '1.28'],
  ['Oracle 19 c and more 2', 'Oracle', '19 c and more 2'],
  ['', '', undefined],
  ['3proxy', '3proxy', undefined],
  ['nginx latest', 'nginx latest', undefined],
])('%j is %j of version %j', (said, name, version) => {
  expect(softwareVersion(said)).toEqual({ name, version });
});
