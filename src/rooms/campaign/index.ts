export { countReading, writeReadings } from './reading.store.ts';
