export { notificationMessages } from './messages.ts';
export { NotificationsModule } from './notifications.module.ts';
