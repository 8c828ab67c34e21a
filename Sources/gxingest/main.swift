import SystemBridge

Output.write("gxingest\n", toError: true)
