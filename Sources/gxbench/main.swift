import SystemBridge

Output.write("gxbench\n", toError: true)
