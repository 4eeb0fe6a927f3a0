while read -r line; do echo "heard $line"; done
