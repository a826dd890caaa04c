using ReferralDirectory.Web.Commands;

return await CommandLine.RunAsync(args);
