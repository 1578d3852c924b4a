/** Must be imported before anything of the service: makes its decorators add their descriptions. */
process.env['DESCRIBE_API'] = 'yes';
