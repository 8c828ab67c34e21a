import SystemBridge

Process.ignoreClosedPipes()
Process.exit(Entry.run(Array(CommandLine.arguments.dropFirst())).rawValue)
