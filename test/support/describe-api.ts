/** To be imported before anything of the service: lets its decorators speak. */
process.env['DESCRIBE_API'] = 'yes';
