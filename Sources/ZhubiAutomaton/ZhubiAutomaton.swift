// ZhubiAutomaton
