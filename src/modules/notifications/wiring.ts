export { notificationTexts } from './texts.ts';
export { NotificationsModule } from './notifications.module.ts';
