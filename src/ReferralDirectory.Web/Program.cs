using ReferralDirectory.Web.Commands;

return CommandLine.Run(args);
