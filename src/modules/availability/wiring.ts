export { AvailabilityModule } from './availability.module.ts';
export { availabilityTexts } from './texts.ts';
