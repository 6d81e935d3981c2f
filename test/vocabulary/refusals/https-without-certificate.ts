// TS2554: Expected 1-2 arguments, but got 0.
import { architecture, https } from 'stanchion';

architecture('refusal').webServer('web', { listens: https() });
